package io.motengine.schemas.release;

import io.motengine.schemas.hash.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A release in one piece, named by its SHA-256; it travels in chunks, since a Kafka message holds a megabyte. */
public final class ReleaseBlob {
    private static final int CHUNK = 512 * 1024;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String KEY = "blob:";

    private ReleaseBlob() {}

    /** The files as a ZIP archive; the same files give the same bytes. */
    public static byte[] pack(ReleaseFiles release) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : release.files().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The files again.
     *
     * @param most bytes that they may have, unpacked; an archive of zeros is small
     * @throws IOException if it is no such archive, or holds more; the message says which
     */
    public static ReleaseFiles unpack(byte[] blob, int most) throws IOException {
        Map<String, String> files = new TreeMap<>();
        int left = most;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(blob))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length + entry.getName().length();
                if (left < 0) {
                    throw new IOException("unpacked, it has more than " + most + " bytes (expected: at most that)");
                }
                files.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        if (files.isEmpty()) {
            throw new IOException("no file in it (expected: a ZIP archive of a release)");
        }
        return new ReleaseFiles(files);
    }

    /** Its name: SHA-256, 64 hex digits. */
    public static String hash(byte[] blob) {
        return Sha256.hex(blob);
    }

    /** The pieces that travel, in order. */
    public static List<byte[]> chunks(byte[] blob) {
        List<byte[]> chunks = new ArrayList<>();
        for (int from = 0; from < blob.length; from += CHUNK) {
            chunks.add(Arrays.copyOfRange(blob, from, Math.min(blob.length, from + CHUNK)));
        }
        return chunks;
    }

    /** Key of the Kafka message that carries a chunk. */
    public static String key(String hash, int chunk) {
        return KEY + hash + ":" + chunk;
    }

    /** Whether a Kafka message carries a chunk, by its key. */
    public static boolean isChunk(String key) {
        return key.startsWith(KEY);
    }
}
