package dev.verbatim.article.library;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The name that an article gets in the content folder, whatever it was called by who sent it: one
/// part of a path, of letters and digits of any language, `-`, `_` and `.`, not hidden, and short
/// enough for every system. The same name comes of the same words.
final class FileName {

    // Of at most four bytes each, with an ending: most systems take 255 bytes.
    private static final int LONGEST = 60;

    // What comes behind it could not change the name any more.
    private static final int ENOUGH = 1_000;

    private static final Pattern FOLDERS = Pattern.compile("(?s).*[/\\\\]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]++");
    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}._-]++");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}\\s]++");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ]");
    private static final Pattern AT_THE_START = Pattern.compile("^[^\\p{L}\\p{Nd}]++");
    private static final Pattern AT_THE_END = Pattern.compile("[._-]++$");
    private static final Pattern ENDING = Pattern.compile("[A-Za-z]{1,8}");

    // Names of devices, for Windows, with any ending.
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");

    private FileName() {}

    /// For a file that was sent under a name. Whether its ending is one of an article is not looked
    /// at.
    static Path of(String sent) {
        String name = FOLDERS.matcher(composed(sent)).replaceFirst("");
        int dot = name.lastIndexOf('.');
        boolean ends = dot >= 0 && ENDING.matcher(name.substring(dot + 1)).matches();
        return ends
                ? path(sent, name.substring(0, dot), name.substring(dot).toLowerCase(Locale.ROOT))
                : path(sent, name, "");
    }

    /// For a text of which only the title is known.
    ///
    /// @param ending with the dot
    static Path ofTitle(String title, String ending) {
        String words = APOSTROPHES.matcher(composed(title)).replaceAll("");
        String name = PUNCTUATION.matcher(words).replaceAll("-").toLowerCase(Locale.ROOT);
        return path(title, name, ending);
    }

    // Compatible characters are made one, so that no full-width stroke is a stroke only later.
    private static String composed(String words) {
        String enough = words.substring(Math.max(0, words.length() - ENOUGH));
        return UNSEEN.matcher(Normalizer.normalize(enough, Normalizer.Form.NFKC)).replaceAll("");
    }

    private static Path path(String sent, String stem, String ending) {
        String name = tidy(stem);
        if (name.isEmpty()) {
            return Path.of(nameless(sent) + ending);
        }
        try {
            return Path.of((RESERVED.matcher(name).matches() ? "article-" : "") + name + ending);
        } catch (InvalidPathException e) {
            return Path.of(nameless(sent) + ending); // this machine's names have no such letters
        }
    }

    private static String tidy(String stem) {
        String fit = UNFIT.matcher(stem).replaceAll("-");
        String begun = AT_THE_START.matcher(fit).replaceFirst("");
        int end = Math.min(LONGEST, begun.codePointCount(0, begun.length()));
        String cut = begun.substring(0, begun.offsetByCodePoints(0, end));
        return AT_THE_END.matcher(cut).replaceFirst("");
    }

    private static String nameless(String sent) {
        return String.format(Locale.ROOT, "article-%08x", sent.hashCode());
    }
}
