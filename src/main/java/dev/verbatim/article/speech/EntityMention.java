package dev.verbatim.article.speech;

import dev.verbatim.article.sentence.Gender;
import dev.verbatim.article.sentence.WordClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name in the article's own words, or an office without one.
///
/// @param name missing for "the minister"
/// @param isPerson whether anything besides capitals says that this is a person
record EntityMention(
        int position, int paragraph, Mention.@Nullable Name name, Gender gender, boolean isPerson) {

    private static final int WORDS_OF_AN_OFFICE = 3;

    static List<EntityMention> in(TokenizedSentence sentence) {
        NameDetector names = new NameDetector(sentence);
        NounPhraseFinder phrases = new NounPhraseFinder(sentence);
        List<EntityMention> appearances = new ArrayList<>();
        int behind = 0;
        for (int at = 0; at < sentence.size(); at++) {
            Mention.Name name = isNameEnd(names, at) ? name(phrases, at) : null;
            if (name != null) {
                appearances.add(named(sentence, name));
                behind = at + 1;
            } else if (isOffice(sentence, names, at, behind)) {
                appearances.add(office(sentence, at));
            }
        }
        return appearances;
    }

    private static boolean isNameEnd(NameDetector names, int at) {
        return names.isNamePart(at) && !names.isNamePart(at + 1) && !names.isNameParticle(at + 1);
    }

    private static Mention.@Nullable Name name(NounPhraseFinder phrases, int at) {
        NounPhrase phrase = phrases.around(at + 1);
        return phrase != null && phrase.mention() instanceof Mention.Name name ? name : null;
    }

    private static EntityMention named(TokenizedSentence sentence, Mention.Name name) {
        boolean person = name.role() != null || name.gender() != Gender.UNKNOWN;
        return new EntityMention(
                name.name().start(), sentence.paragraph(), name, name.gender(), person);
    }

    private static boolean isOffice(
            TokenizedSentence sentence, NameDetector names, int at, int behind) {
        boolean role = sentence.isRole(at) && !sentence.isTitle(at);
        boolean named =
                names.isNamePart(at + 1) || names.isNameParticle(at + 1) || sentence.isRole(at + 1);
        return role && !named && hasDeterminer(sentence, at, behind);
    }

    private static boolean hasDeterminer(TokenizedSentence sentence, int at, int behind) {
        for (int before = at - 1; before >= Math.max(behind, at - WORDS_OF_AN_OFFICE); before--) {
            if (sentence.is(before, WordClass.DETERMINER)) {
                return true;
            }
        }
        return false;
    }

    private static EntityMention office(TokenizedSentence sentence, int at) {
        SentenceToken word = sentence.at(at);
        return new EntityMention(
                word.span().start(),
                sentence.paragraph(),
                null,
                sentence.lexicon().gender(word.lower()),
                true);
    }
}
