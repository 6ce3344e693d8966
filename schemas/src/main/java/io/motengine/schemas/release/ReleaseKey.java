package io.motengine.schemas.release;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pair of keys (Ed25519) to sign orders with. Its text holds both as PEM, private key first. */
public final class ReleaseKey {
    static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private final PrivateKey secret;
    private final PublicKey key;

    private ReleaseKey(PrivateKey secret, PublicKey key) {
        this.secret = secret;
        this.key = key;
    }

    /** A new pair. */
    public static ReleaseKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new ReleaseKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    /**
     * Reads {@link #text}.
     *
     * @throws IllegalArgumentException if it is something else; the text is not repeated, for it may be a secret
     */
    public static ReleaseKey read(String text) {
        try {
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            return new ReleaseKey(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(block(text, PRIVATE))),
                    keys.generatePublic(new X509EncodedKeySpec(block(text, PUBLIC))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "no Ed25519 key (expected: a PRIVATE KEY and a PUBLIC KEY in PEM, as ./mot rules keys makes them)",
                    e);
        }
    }

    private static byte[] block(String text, String name) {
        Matcher matcher = Pattern.compile("-----BEGIN " + name + "-----([^-]+)-----END " + name + "-----")
                .matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(name + ": absent");
        }
        return Base64.getMimeDecoder().decode(matcher.group(1));
    }

    /** Both keys as PEM: whoever has it can sign. */
    public String text() {
        return pem(PRIVATE, secret.getEncoded()) + pem(PUBLIC, key.getEncoded());
    }

    private static String pem(String name, byte[] bytes) {
        String base64 = Base64.getEncoder().encodeToString(bytes);
        return "-----BEGIN " + name + "-----\n" + base64 + "\n-----END " + name + "-----\n";
    }

    /** The public key in base64 on one line: what the job's configuration lists. */
    public String publicText() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    public String id() {
        return TrustedKeys.id(key);
    }

    /** Vouches for an order, of this id and time. */
    public SignedOrder sign(String order, Instant time, String statement) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(SignedOrder.signed(statement));
            String signed = Base64.getEncoder().encodeToString(signature.sign());
            return new SignedOrder(order, time, statement, id(), signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of this class signs", e);
        }
    }
}
