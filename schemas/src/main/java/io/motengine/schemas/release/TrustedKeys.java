package io.motengine.schemas.release;

import io.motengine.schemas.hash.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The public keys (Ed25519) whose owners may order releases. */
public final class TrustedKeys {
    private static final int ID_DIGITS = 16;
    private final Map<String, PublicKey> byId = new TreeMap<>();

    /**
     * Reads keys.
     *
     * @param keys each the base64 of its X.509 form, on one line: what {@code mot rules keys} prints
     * @throws IllegalArgumentException if one is no Ed25519 key; the message says which
     */
    public TrustedKeys(List<String> keys) {
        for (String key : keys) {
            PublicKey read = read(key);
            byId.put(id(read), read);
        }
    }

    /** A key's name: the first 16 hex digits of the SHA-256 of its X.509 form. */
    public static String id(PublicKey key) {
        return Sha256.hex(key.getEncoded()).substring(0, ID_DIGITS);
    }

    /** Why an order is not to be trusted; empty if it is. */
    public Optional<String> against(SignedOrder order) {
        PublicKey key = byId.get(order.key());
        if (key == null) {
            return Optional.of(
                    "it is signed by the key " + order.key() + " (expected: a key that the job trusts, which are "
                            + (byId.isEmpty()
                                    ? "none: see release.keys in its configuration"
                                    : String.join(", ", byId.keySet()))
                            + ")");
        }
        return isBy(key, order)
                ? Optional.empty()
                : Optional.of("the signature is not that of the key " + order.key()
                        + " (expected: an order as it was signed)");
    }

    private static boolean isBy(PublicKey key, SignedOrder order) {
        try {
            Signature signature = Signature.getInstance(ReleaseKey.ALGORITHM);
            signature.initVerify(key);
            signature.update(SignedOrder.signed(order.statement()));
            return signature.verify(Base64.getDecoder().decode(order.signature()));
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    private static PublicKey read(String key) {
        try {
            return KeyFactory.getInstance(ReleaseKey.ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.strip())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" (expected: an Ed25519 public key in base64, as ./mot rules keys prints it)", e);
        }
    }
}
