package dev.parityguard.service.s3;

import dev.parityguard.target.Target;
import java.net.URI;

class S3UrlContractTest extends S3Contract {
    @Override
    Target target(URI endpoint, String secretKey) {
        return Target.url("s3://local-access-key:" + secretKey + "@" + Stores.BUCKET
                + "?region=us-east-1&path-style=true&endpoint=" + endpoint);
    }
}
