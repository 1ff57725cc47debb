package dev.parityguard.examples.orders;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** What Spring Boot does not configure by itself. */
@Configuration(proxyBeanMethods = false)
class OrdersConfiguration {
    @Bean
    S3Client uploads(UploadsProperties properties) {
        return S3Client.builder()
                .endpointOverride(properties.endpoint())
                .forcePathStyle(true)
                .region(Region.of(properties.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(properties.accessKey(), properties.secretKey())))
                .build();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
