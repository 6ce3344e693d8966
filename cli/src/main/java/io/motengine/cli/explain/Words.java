package io.motengine.cli.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** The words of an explanation, in one language. */
final class Words {
    private final Properties texts = new Properties();

    Words(Language language) {
        String file = "words." + language.name() + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The languages there are. */
    enum Language {
        zh,
        en;

        /** Chinese where the system speaks it. */
        static Language ofSystem() {
            return Locale.getDefault().getLanguage().equals("zh") ? zh : en;
        }
    }

    /** A sentence with its blanks filled in. */
    String say(String key, Object... blanks) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return MessageFormat.format(text, blanks);
    }

    /** What a code of a record means; the code itself if it is of a later release. */
    String of(String kind, String code) {
        return texts.getProperty(kind + "." + code, code);
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
