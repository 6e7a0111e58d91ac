package dev.verbatim.retrieval.lucene;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What of the benchmark is wanted: sizes and languages, as in `1000 100000 en nl`; all of either
/// when none is named.
final class Arguments {

    /// One that the encoder speaks, and one that it doesn't and that has no glosses.
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("nl"));

    private Arguments() {}

    static List<Integer> sizes(String[] arguments, List<Integer> otherwise) {
        List<Integer> sizes =
                Arrays.stream(arguments).filter(Arguments::isNumber).map(Integer::valueOf).toList();
        return sizes.isEmpty() ? otherwise : sizes;
    }

    static List<Locale> languages(String[] arguments) {
        List<Locale> languages =
                Arrays.stream(arguments)
                        .filter(argument -> !isNumber(argument))
                        .map(Locale::of)
                        .toList();
        return languages.isEmpty() ? LANGUAGES : languages;
    }

    private static boolean isNumber(String argument) {
        return Character.isDigit(argument.charAt(0));
    }
}
