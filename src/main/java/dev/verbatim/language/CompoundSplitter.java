package dev.verbatim.language;

import dev.verbatim.language.TranslatedQuestion.Word;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A splitter of compounds into parts that a table of translations knows. German joins words as
/// they are or by one of many links; Russian always by a vowel.
final class CompoundSplitter {

    /// A part is at least as long: of two parts, and of three. The first of two may be "Öl", if the
    /// table is sure of it.
    static final int MIN_PART = 3;

    static final int MIN_SURE_PART = 2;
    private static final int MIN_PART_OF_THREE = 4;

    /// Between the parts of a German compound.
    private static final List<String> LINKS = List.of("", "s", "es", "n", "en", "er", "e");

    /// Between those of a Russian one: "североамериканский".
    private static final List<String> VOWELS = List.of("о", "е");

    /// Without link and ending. Less is a prefix, or a part of an ending that happens to be a word.
    private static final int MIN_JOINED_STEM = 4;

    private final Function<String, List<Word>> part;

    /// @param part the translated part; nothing when no table has it
    CompoundSplitter(Function<String, List<Word>> part) {
        this.part = part;
    }

    /// The two parts of a compound that are joined by a vowel; none when it can't be cut so.
    ///
    /// @param stem how long the word is without its ending
    List<Word> splitAtVowel(String word, int stem) {
        int last = Math.min(stem, word.length()) - MIN_JOINED_STEM;
        for (int cut = last; cut > MIN_JOINED_STEM; cut--) {
            if (VOWELS.contains(word.substring(cut - 1, cut))) {
                List<Word> modifier = joined(word.substring(0, cut));
                List<Word> head = modifier.isEmpty() ? List.of() : part.apply(word.substring(cut));
                if (!head.isEmpty()) {
                    return Stream.concat(modifier.stream(), head.stream()).toList();
                }
            }
        }
        return List.of();
    }

    /// "радио" itself, and "пассажир" for "пассажиро".
    private List<Word> joined(String modifier) {
        List<Word> whole = part.apply(modifier);
        return whole.isEmpty() ? part.apply(modifier.substring(0, modifier.length() - 1)) : whole;
    }

    /// The parts of a compound, all of which the table knows: two, or else three; none when it
    /// can't be cut so.
    List<Word> split(String word) {
        List<Word> two = parts(word, MIN_SURE_PART, part);
        return two.isEmpty()
                ? parts(word, MIN_PART_OF_THREE, rest -> parts(rest, MIN_PART_OF_THREE, part))
                : two;
    }

    /// The cut whose shortest part is the longest.
    ///
    /// @param least letters of the first part
    /// @param rest what the rest is; nothing when it isn't known
    private List<Word> parts(String compound, int least, Function<String, List<Word>> rest) {
        List<Word> best = List.of();
        for (int cut = least; cut <= compound.length() - Math.max(least, MIN_PART); cut++) {
            List<Word> modifier = modifier(compound.substring(0, cut), least);
            List<Word> head = modifier.isEmpty() ? List.of() : rest.apply(compound.substring(cut));
            List<Word> parts = Stream.concat(modifier.stream(), head.stream()).toList();
            if (!head.isEmpty() && shortest(parts) > shortest(best)) {
                best = parts;
            }
        }
        return best;
    }

    private static int shortest(List<Word> parts) {
        return parts.stream().mapToInt(part -> part.text().length()).min().orElse(0);
    }

    private List<Word> modifier(String first, int least) {
        return LINKS.stream()
                .filter(first::endsWith)
                .map(link -> first.substring(0, first.length() - link.length()))
                .filter(modifier -> modifier.length() >= least)
                .map(part)
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
