package dev.parityguard.service.s3;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came back for one question, before anybody has believed it: a store that does not know a sub-resource may answer
 * with success and a listing of the bucket (S3Mock 5.2, LocalS3 2.4, s3rver 3.7, Ceph 16).
 *
 * @param sent the address that the client made, or null when it made none
 * @param status the HTTP status, or 0 when nothing came back
 * @param headers by lower-case name
 * @param document the body, or null when it is no small XML document
 * @param prolog the XML declaration as it is written, or an empty text
 * @param failure why nothing came back, or null
 */
record Answer(
        @Nullable URI sent,
        int status,
        Map<String, String> headers,
        @Nullable XmlElement document,
        String prolog,
        @Nullable Failure failure) {
    private static final Set<String> REDIRECTS = Set.of("PermanentRedirect", "AuthorizationHeaderMalformed");
    private static final Set<String> CREDENTIALS = Set.of(
            "AccountProblem",
            "ExpiredToken",
            "InvalidAccessKeyId",
            "InvalidSecurity",
            "InvalidToken",
            "NotSignedUp",
            "RequestTimeTooSkewed",
            "SignatureDoesNotMatch",
            "TokenRefreshRequired");

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer none(@Nullable URI sent, Failure failure) {
        return new Answer(sent, 0, Map.of(), null, "", failure);
    }

    boolean arrived() {
        return status > 0;
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The store itself fails; that it does not have something (501) is an answer. */
    boolean isInTrouble() {
        return status >= 500 && status != 501;
    }

    /** The error code of the S3 protocol, or an empty text. */
    String code() {
        String code = document != null && document.name().equals("Error") ? document.first("Code") : null;
        return code != null && Words.isPlain(code) ? code : "";
    }

    /** The name of the document's root element, or an empty text. */
    String root() {
        return document == null ? "" : document.name();
    }

    @Nullable
    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The store knows the request's signer and refuses it, or does not know it at all. */
    boolean refusesCredentials() {
        return CREDENTIALS.contains(code());
    }

    /** The bucket is in another region than the one that the client signs for. */
    boolean redirects() {
        return status == 301 || REDIRECTS.contains(code());
    }

    /** Only a store that speaks S3 writes such documents. */
    boolean isS3() {
        return !code().isEmpty()
                || root().equals("ListBucketResult")
                || root().equals("ListAllMyBucketsResult")
                || BucketSetting.hasRoot(root());
    }
}
