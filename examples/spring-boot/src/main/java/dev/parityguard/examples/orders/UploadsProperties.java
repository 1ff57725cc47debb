package dev.parityguard.examples.orders;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where receipts are kept.
 *
 * @param endpoint address of the object storage
 * @param region region of the object storage
 * @param bucket name of the bucket
 * @param accessKey who the service is there
 * @param secretKey the secret that proves it
 */
@ConfigurationProperties("uploads")
record UploadsProperties(URI endpoint, String region, String bucket, String accessKey, String secretKey) {}
