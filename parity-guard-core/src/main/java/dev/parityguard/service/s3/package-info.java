/** Sees a bucket of an S3 store: who answers, how the bucket is set up, what the client and the store agree on. */
@NullMarked
package dev.parityguard.service.s3;

import org.jspecify.annotations.NullMarked;
