package dev.parityguard.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A self-signed certificate for {@code localhost} and {@code 127.0.0.1} with its key, both as PEM files.
 *
 * @param certificate what a client has to trust
 * @param key the server's private key, readable by its owner only
 */
public record TlsFiles(Path certificate, Path key) {

    private static final String ALIAS = "server";
    private static final String STORE_PASSWORD = "only-on-its-way-to-pem";

    /** Makes a key and its certificate in an existing directory; valid from yesterday for a month. */
    public static TlsFiles create(Path directory) throws IOException, InterruptedException {
        Path store = directory.resolve("tls.p12");
        try {
            generate(store);
            return writePem(store, directory);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read the generated key", e);
        } finally {
            Files.deleteIfExists(store);
        }
    }

    TlsFiles movedTo(Path directory) {
        return new TlsFiles(directory.resolve(certificate.getFileName()), directory.resolve(key.getFileName()));
    }

    private static void generate(Path store) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-startdate",
                        "-1d",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }

    private static TlsFiles writePem(Path store, Path directory) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, STORE_PASSWORD.toCharArray());
        }
        Key key = keys.getKey(ALIAS, STORE_PASSWORD.toCharArray());
        Path keyFile = directory.resolve("server.key");
        Files.createFile(keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(keyFile, pem("PRIVATE KEY", key.getEncoded()));
        Path certificate = directory.resolve("server.crt");
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
        return new TlsFiles(certificate, keyFile);
    }

    private static String pem(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }
}
