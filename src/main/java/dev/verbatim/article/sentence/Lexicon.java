package dev.verbatim.article.sentence;

import dev.verbatim.language.Language;
import dev.verbatim.language.LanguageFile;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A lexicon of the words of one language that the rules for sentences and quotations need, in
/// lower case.
///
/// The section `lexicon` of a language's file has a list for each [WordClass]; first names are
/// shared by all languages. A language without a file has no other words: its sentences are the
/// JDK's, its quotations have no speakers. Immutable.
public record Lexicon(Map<WordClass, Set<String>> words) {

    private static final Map<LanguageFile, Lexicon> LOADED = new ConcurrentHashMap<>();

    /// English where the language is not known: short texts that no detector can tell.
    public static Lexicon of(Locale language) {
        return LOADED.computeIfAbsent(LanguageFile.of(language), file -> load(file, language));
    }

    public boolean has(WordClass kind, String lower) {
        return words.getOrDefault(kind, Set.of()).contains(lower);
    }

    public boolean hasAny(String lower, WordClass... kinds) {
        for (WordClass kind : kinds) {
            if (has(kind, lower)) {
                return true;
            }
        }
        return false;
    }

    /// A role by itself or as the end of a compound: "Außenminister".
    public boolean isRole(String lower) {
        return has(WordClass.ROLE, lower) || hasSuffix(WordClass.ROLE_ENDING, lower);
    }

    public boolean isGroup(String lower) {
        return has(WordClass.GROUP, lower);
    }

    /// Whether a word begins like one of the class. Not for names: some surnames begin like roles.
    public boolean hasPrefix(WordClass kind, String lower) {
        for (String beginning : words.getOrDefault(kind, Set.of())) {
            if (lower.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    public boolean isAdverb(String lower) {
        return has(WordClass.ADVERB, lower) || hasSuffix(WordClass.ADVERB_ENDING, lower);
    }

    private boolean hasSuffix(WordClass kind, String lower) {
        for (String ending : words.getOrDefault(kind, Set.of())) {
            if (lower.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    public boolean isTitle(String lower) {
        return hasAny(lower, WordClass.TITLE, WordClass.TITLE_MALE, WordClass.TITLE_FEMALE);
    }

    public boolean isFirstName(String lower) {
        return hasAny(lower, WordClass.NAME_MALE, WordClass.NAME_FEMALE);
    }

    /// The gender of a word by itself: "she", "Mrs", "spokesman", "Julianne".
    public Gender gender(String lower) {
        boolean male =
                hasAny(
                        lower,
                        WordClass.PRONOUN_MALE,
                        WordClass.TITLE_MALE,
                        WordClass.ROLE_MALE,
                        WordClass.NAME_MALE);
        boolean female =
                hasAny(
                        lower,
                        WordClass.PRONOUN_FEMALE,
                        WordClass.TITLE_FEMALE,
                        WordClass.ROLE_FEMALE,
                        WordClass.NAME_FEMALE);
        return male == female ? Gender.UNKNOWN : male ? Gender.MALE : Gender.FEMALE;
    }

    private static Lexicon load(LanguageFile file, Locale language) {
        Map<WordClass, Set<String>> words = new EnumMap<>(WordClass.class);
        for (WordClass kind : WordClass.values()) {
            Set<String> all = new HashSet<>(file.words(kind.key()));
            all.addAll(LanguageFile.shared().words(kind.key()));
            if (kind == WordClass.PLACE) {
                all.addAll(Language.places(language));
            }
            words.put(kind, Set.copyOf(all));
        }
        return new Lexicon(words);
    }

    /// A grammatical gender, by which a pronoun may refer to a person.
    public enum Gender {
        MALE,
        FEMALE,
        UNKNOWN;

        /// Whether both may belong to the same person.
        public boolean fits(Gender other) {
            return this == other || this == UNKNOWN || other == UNKNOWN;
        }

        public Gender or(Gender other) {
            return this == UNKNOWN ? other : this;
        }
    }
}
