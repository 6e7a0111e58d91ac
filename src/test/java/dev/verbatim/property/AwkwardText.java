package dev.verbatim.property;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A source of texts that break careless renderers: emoji of several characters, other directions
/// of writing, line ends, marks of markup, and what looks like a part of the bot's own messages.
public final class AwkwardText {

    private static final List<String> PARTS =
            List.of(
                    "😀",
                    "👨‍👩‍👧",
                    "🏳️‍🌈",
                    "e\u0301",
                    "\u0301",
                    "שלום",
                    "مرحبا",
                    "\u202E",
                    "\u00A0",
                    "\n",
                    "\r\n",
                    "\t",
                    "“",
                    "”",
                    "’",
                    "—",
                    "[…]",
                    "¶",
                    "<b>",
                    "&amp;",
                    "*",
                    "_",
                    "`",
                    "[a](http://b)",
                    "/start",
                    "@name",
                    "{0}");

    private AwkwardText() {}

    /// All of these texts, and more.
    public static List<String> partsAnd(String... more) {
        return Stream.concat(PARTS.stream(), Stream.of(more)).toList();
    }

    /// A text of `shortest` to `longest` UTF-16 units that doesn't end inside a character.
    ///
    /// @param part makes a piece of it, never an empty one
    public static String words(
            RandomSource random, int shortest, int longest, Function<RandomSource, String> part) {
        String parts = String.join("", random.list(1, 60, part));
        String text = parts.repeat(shortest / parts.length() + 1);
        return text.length() <= longest ? text : upTo(text, longest);
    }

    private static String upTo(String text, int end) {
        return isBetweenCharacters(text, end) ? text.substring(0, end) : text.substring(0, end - 1);
    }

    /// Whether an index isn't inside a surrogate pair.
    public static boolean isBetweenCharacters(String text, int at) {
        return at == 0
                || at == text.length()
                || !Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }
}
