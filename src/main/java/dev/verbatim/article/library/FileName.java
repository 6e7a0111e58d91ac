package dev.verbatim.article.library;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A sanitizer that makes the file name of a submitted article, whatever its sender called it: one
/// part of a path, of letters and digits of any language, `-`, `_` and `.`, not hidden, and short
/// enough for every system. Deterministic: the same words give the same name.
final class FileName {

    // Characters of at most four bytes each; with an extension they fit into 255 bytes.
    private static final int MAX_LENGTH = 60;

    // Characters before the last thousand could not change the name any more.
    private static final int MAX_INPUT = 1_000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]++");
    private static final Pattern DISALLOWED = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}._-]++");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}\\s]++");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ]");
    private static final Pattern LEADING = Pattern.compile("^[^\\p{L}\\p{Nd}]++");
    private static final Pattern TRAILING = Pattern.compile("(?<![._-])[._-]++$");
    private static final Pattern EXTENSION = Pattern.compile("[A-Za-z]{1,8}+");

    // Device names of Windows, with any extension.
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*+)?");

    private FileName() {}

    /// The name for a file that was sent under a name. Doesn't check whether the extension is an
    /// article's.
    static Path of(String sent) {
        String name = withoutFolders(normalized(sent));
        int dot = name.lastIndexOf('.');
        boolean extended = dot >= 0 && EXTENSION.matcher(name.substring(dot + 1)).matches();
        return extended
                ? path(sent, name.substring(0, dot), name.substring(dot).toLowerCase(Locale.ROOT))
                : path(sent, name, "");
    }

    private static String withoutFolders(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /// The name for a text of which only the title is known.
    ///
    /// @param extension with the dot
    static Path ofTitle(String title, String extension) {
        String words = APOSTROPHES.matcher(normalized(title)).replaceAll("");
        String name = PUNCTUATION.matcher(words).replaceAll("-").toLowerCase(Locale.ROOT);
        return path(title, name, extension);
    }

    // Compatibility normalization first, so that a full-width slash counts as a slash.
    private static String normalized(String words) {
        String end = words.substring(Math.max(0, words.length() - MAX_INPUT));
        return INVISIBLE.matcher(Normalizer.normalize(end, Normalizer.Form.NFKC)).replaceAll("");
    }

    private static Path path(String sent, String stem, String extension) {
        String name = sanitized(stem);
        if (name.isEmpty()) {
            return Path.of(hashName(sent) + extension);
        }
        try {
            return Path.of((RESERVED.matcher(name).matches() ? "article-" : "") + name + extension);
        } catch (InvalidPathException e) {
            return Path.of(hashName(sent) + extension); // this file system lacks such letters
        }
    }

    private static String sanitized(String stem) {
        String allowed = DISALLOWED.matcher(stem).replaceAll("-");
        String name = LEADING.matcher(allowed).replaceFirst("");
        int length = Math.min(MAX_LENGTH, name.codePointCount(0, name.length()));
        String cut = name.substring(0, name.offsetByCodePoints(0, length));
        return TRAILING.matcher(cut).replaceFirst("");
    }

    private static String hashName(String sent) {
        return String.format(Locale.ROOT, "article-%08x", sent.hashCode());
    }
}
