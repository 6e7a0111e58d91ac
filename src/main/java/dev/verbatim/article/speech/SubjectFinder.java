package dev.verbatim.article.speech;

import dev.verbatim.article.sentence.WordClass;
import org.jspecify.annotations.Nullable;

/// Whom the verbs of a sentence are said of: the phrase before them, the one that a relative clause
/// hangs on, or, behind "and", the one that the sentence begins with.
final class SubjectFinder {

    private final TokenizedSentence sentence;
    private final NounPhraseFinder phrases;

    SubjectFinder(TokenizedSentence sentence, NounPhraseFinder phrases) {
        this.sentence = sentence;
        this.phrases = phrases;
    }

    /// Whom the sentence begins with.
    @Nullable Mention first() {
        NounPhrase first = phrases.after(0);
        return first == null || first.mention() instanceof Mention.Description
                ? null
                : first.mention();
    }

    /// The phrase that ends before a verb and its auxiliaries, or the one it shares.
    @Nullable NounPhrase before(int group) {
        if (sentence.is(group - 1, WordClass.WHO)) {
            boolean comma = sentence.at(group - 2).isMark(",");
            return phrases.withoutApposition(comma ? group - 2 : group - 1);
        }
        if (sentence.is(group - 1, WordClass.CONJUNCTION)) {
            return sharedSubject(group);
        }
        NounPhrase subject = phrases.before(group);
        return subject == null || isOblique(subject) ? null : subject;
    }

    private boolean isOblique(NounPhrase phrase) {
        int start = phrase.mention().span().start();
        int at = phrase.from();
        while (sentence.at(at).span().start() < start) {
            at++;
        }
        boolean article = sentence.is(at - 1, WordClass.DETERMINER);
        return sentence.is(article ? at - 2 : at - 1, WordClass.OBLIQUE);
    }

    /// "Smith opened the meeting and | said": the subject is the one the sentence began with.
    private @Nullable NounPhrase sharedSubject(int group) {
        Mention subject = sentence.at(0).isQuoted() ? null : first();
        return subject == null ? null : new NounPhrase(subject, group, group);
    }
}
