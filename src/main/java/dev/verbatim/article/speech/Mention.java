package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Lexicon.Gender;
import dev.verbatim.article.sentence.WordClass;
import dev.verbatim.article.speech.NounPhraseFinder.NounPhrase;
import dev.verbatim.article.speech.TokenizedSentence.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mention of a person or group in an article.
sealed interface Mention {

    TextSpan span();

    /// "NATO Secretary general Jens Stoltenberg": a name, with the role if the words around it have
    /// one.
    record Name(TextSpan span, TextSpan name, @Nullable TextSpan role, Gender gender)
            implements Mention {}

    /// "she".
    record Pronoun(TextSpan span, Gender gender, boolean plural) implements Mention {}

    /// "the Defence Ministry", "a spokesman": a person or group without a name.
    ///
    /// @param head the noun that says what it is
    record Description(
            TextSpan span, Token head, Sort sort, Definiteness definiteness, Gender gender)
            implements Mention {}

    /// A kind of source, by the lexicon's entry for a description's head.
    enum Sort {
        PERSON,
        GROUP,
        UNKNOWN
    }

    /// How definitely a description refers to its source.
    enum Definiteness {
        /// "the minister": perhaps one that was named.
        DEFINITE,
        /// "a minister", "ministers".
        INDEFINITE,
        /// "his minister", "some", or words that the lexicon doesn't have: nobody can be named.
        DEPENDENT
    }

    /// A mention of an entity in the article's own words: a name, or a role without one.
    ///
    /// @param name missing for "the minister"
    /// @param isPerson whether anything besides capital letters shows that it is a person
    /// @param isSubject whether a sentence begins with it, and it isn't known for a body's name
    record EntityMention(
            int position,
            int paragraph,
            Mention.@Nullable Name name,
            Gender gender,
            boolean isPerson,
            boolean isSubject) {

        private static final int MAX_WORDS_OF_ROLE = 3;
        // "His former counterpart Lea Morano"
        private static final int MAX_SUBJECT = 5;

        static List<EntityMention> in(TokenizedSentence sentence) {
            NameDetector names = new NameDetector(sentence);
            NounPhraseFinder phrases = new NounPhraseFinder(sentence);
            List<EntityMention> mentions = new ArrayList<>();
            int nameEnd = 0;
            for (int at = 0; at < sentence.size(); at++) {
                Mention.Name name = isNameEnd(names, at) ? name(phrases, at) : null;
                if (name != null) {
                    mentions.add(named(sentence, name, at + 1));
                    nameEnd = at + 1;
                } else if (isRole(sentence, names, at, nameEnd)) {
                    mentions.add(role(sentence, at));
                }
            }
            return mentions;
        }

        private static boolean isNameEnd(NameDetector names, int at) {
            return names.isNamePart(at)
                    && !names.isNamePart(at + 1)
                    && !names.isNameParticle(at + 1);
        }

        private static Mention.@Nullable Name name(NounPhraseFinder phrases, int at) {
            NounPhrase phrase = phrases.around(at + 1);
            return phrase != null && phrase.mention() instanceof Mention.Name name ? name : null;
        }

        private static EntityMention named(TokenizedSentence sentence, Mention.Name name, int end) {
            boolean person = name.role() != null || name.gender() != Gender.UNKNOWN;
            return new EntityMention(
                    name.name().start(),
                    sentence.paragraph(),
                    name,
                    name.gender(),
                    person,
                    isSubject(sentence, name, end));
        }

        /// "Lea Morano disagreed", "His counterpart Lea Morano disagreed".
        private static boolean isSubject(TokenizedSentence sentence, Mention.Name name, int end) {
            int start = end;
            boolean group = false;
            while (start > 0 && sentence.at(start - 1).isWord()) {
                start--;
                group |= sentence.isGroup(start);
            }
            Token next = sentence.at(end);
            boolean opens =
                    start == 0
                            && (name.name().start() == sentence.at(0).span().start()
                                    || (sentence.is(0, WordClass.DETERMINER)
                                            && end <= MAX_SUBJECT));
            return opens && !group && next.isWord() && !next.isCapitalized();
        }

        private static boolean isRole(
                TokenizedSentence sentence, NameDetector names, int at, int nameEnd) {
            boolean role = sentence.isRole(at) && !sentence.isTitle(at);
            boolean named =
                    names.isNamePart(at + 1)
                            || names.isNameParticle(at + 1)
                            || sentence.isRole(at + 1)
                            || (sentence.at(at + 1).isMark(",") && names.isNamePart(at + 2));
            return role && !named && hasDeterminer(sentence, at, nameEnd);
        }

        private static boolean hasDeterminer(TokenizedSentence sentence, int at, int nameEnd) {
            for (int before = at - 1;
                    before >= Math.max(nameEnd, at - MAX_WORDS_OF_ROLE);
                    before--) {
                if (sentence.is(before, WordClass.DETERMINER)) {
                    // "Marta Olsen, | the harbour master": the same person.
                    return !(nameEnd > 0
                            && before == nameEnd + 1
                            && sentence.at(nameEnd).isMark(","));
                }
            }
            return false;
        }

        private static EntityMention role(TokenizedSentence sentence, int at) {
            Token word = sentence.at(at);
            return new EntityMention(
                    word.span().start(),
                    sentence.paragraph(),
                    null,
                    sentence.lexicon().gender(word.lower()),
                    true,
                    false);
        }
    }
}
