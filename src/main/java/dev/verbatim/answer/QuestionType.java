package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.RankingSignals.SentenceEvidence;
import java.util.Comparator;
import java.util.List;

/// What kind of sentence a question hopes for, and how much such a sentence is preferred.
///
/// A preference is worth a little nearness of meaning: enough to choose between neighbours, too
/// little to bring up what is about something else.
///
/// @param kind of answer that its first words ask for
/// @param asksForWords "who said …?", "what did X say …?": somebody's words are wanted
record QuestionType(Utterance question, AnswerType kind, boolean asksForWords) {

    /// What a date is worth to "when", in units of the cosine. From 0.01 to 0.02 the right sentence
    /// is picked more often on XQuAD, SQuAD 2.0 and CLAPNQ, and never less; from 0.03 on it turns.
    private static final double KIND = 0.02;

    /// What a quotation by the right person is worth. A passage that has the words of another is
    /// then no longer ahead, and so the question is rather left without an answer.
    private static final double SAID = 0.04;

    /// So near to the question word a verb of saying is what is asked.
    private static final int NEAR = 5;

    static QuestionType of(String text) {
        Utterance question = Utterance.of(text);
        Phrasebook book = Phrasebook.of(question);
        Utterance asked = book.withoutOpener(question);
        return new QuestionType(question, AnswerType.of(asked, book), asksForWords(asked, book));
    }

    /// "When did she say …" asks for a time.
    private static boolean asksForWords(Utterance asked, Phrasebook book) {
        int asking = AnswerType.asking(asked, book);
        AnswerType kind = AnswerType.of(asked, book);
        return asking > 0
                && (kind == AnswerType.PERSON || kind == AnswerType.ANY)
                && book.hasAny(
                        PhraseClass.SAYING,
                        asked.between(asking, Math.min(asked.size(), asking + NEAR)));
    }

    /// How much a sentence is preferred, in units of the cosine.
    double bonus(Passage passage, TextSpan sentence) {
        return said(passage, sentence) + (holdsKind(passage, sentence) ? KIND : 0);
    }

    private boolean holdsKind(Passage passage, TextSpan sentence) {
        Phrasebook book = Phrasebook.of(passage.article().publication().language());
        return !asksForWords
                && kind != AnswerType.ANY
                && kind.occursIn(sentence.of(passage.article().text()), question, book);
    }

    private double said(Passage passage, TextSpan sentence) {
        return asksForWords && isSaid(passage, sentence) ? SAID : 0;
    }

    /// By the one whom the question names, if it names any of the article's speakers.
    private boolean isSaid(Passage passage, TextSpan sentence) {
        SpeakerLookup speakerLookup = new SpeakerLookup(passage.article());
        List<Speaker> named = speakerLookup.named(question).toList();
        return speakerLookup.in(sentence).anyMatch(by -> named.isEmpty() || named.contains(by));
    }

    /// The ranking with passages of the right person's words further up.
    Ranking prefer(Ranking ranking) {
        return asksForWords
                ? new Ranking(
                        ranking.candidates().stream().sorted(bestFirst()).toList(),
                        ranking.articles(),
                        ranking.passages())
                : ranking;
    }

    private Comparator<Candidate> bestFirst() {
        return Comparator.comparingDouble(
                        (Candidate candidate) -> candidate.score() + said(candidate))
                .reversed();
    }

    private double said(Candidate candidate) {
        return candidate.signals().sentences().stream()
                .map(SentenceEvidence::span)
                .mapToDouble(sentence -> said(candidate.passage(), sentence))
                .max()
                .orElse(0);
    }
}
