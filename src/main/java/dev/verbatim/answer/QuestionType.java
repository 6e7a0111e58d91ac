package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Candidate;
import java.util.Comparator;
import java.util.List;

/// What kind of sentence a question hopes for, and how much such a sentence is preferred.
///
/// A preference is worth a little nearness of meaning: enough to choose between neighbours, too
/// little to bring up what is about something else.
///
/// @param asksForWords "who said …?" or "what did X say …?": somebody's quoted words
record QuestionType(Utterance question, AnswerKind kind, boolean asksForWords) {

    static final double KIND = Double.parseDouble(System.getProperty("q.kind", "0"));
    static final double QUOTED = Double.parseDouble(System.getProperty("q.quoted", "0"));
    static final double RKIND = Double.parseDouble(System.getProperty("q.rkind", "0"));
    static final double RQUOTED = Double.parseDouble(System.getProperty("q.rquoted", "0"));

    static QuestionType of(String text) {
        Utterance question = Utterance.of(text);
        Phrasebook book = Phrasebook.of(question);
        Utterance asked = book.withoutOpener(question);
        int asking = AnswerKind.asking(asked, book);
        AnswerKind kind = AnswerKind.of(asked, book);
        boolean words =
                asking > 0
                        && kind != AnswerKind.TIME
                        && book.hasAny(
                                PhraseClass.SAYING,
                                asked.between(asking, Math.min(asked.size(), asking + 5)));
        return new QuestionType(question, kind, words);
    }

    /// How much a sentence is preferred, in units of the cosine.
    double preference(Passage passage, TextSpan sentence) {
        return preference(passage, sentence, KIND, QUOTED);
    }

    double preference(Passage passage, TextSpan sentence, double k, double q) {
        Phrasebook book = Phrasebook.of(passage.article().publication().language());
        boolean held =
                k != 0
                        && kind != AnswerKind.ANY
                        && !(asksForWords && kind == AnswerKind.PERSON)
                        && kind.isIn(sentence.of(passage.article().text()), question, book);
        return (held ? k : 0) + (q != 0 && asksForWords && isSaid(passage, sentence) ? q : 0);
    }

    /// By the one the question names, if it names any of the article's speakers.
    private boolean isSaid(Passage passage, TextSpan sentence) {
        Voices voices = new Voices(passage.article());
        List<Speaker> named = voices.named(question).toList();
        return passage.article().quotationsIn(sentence).stream()
                .filter(quotation -> quotation.speaker() != null)
                .anyMatch(quotation -> named.isEmpty() || named.contains(quotation.speaker()));
    }

    List<Candidate> preferred(List<Candidate> candidates) {
        if ((RKIND == 0 && RQUOTED == 0) || (kind == AnswerKind.ANY && !asksForWords)) {
            return candidates;
        }
        return candidates.stream()
                .sorted(Comparator.comparingDouble((Candidate c) -> c.score() + best(c)).reversed())
                .toList();
    }

    private double best(Candidate c) {
        return c.evidence().sentences().stream()
                .mapToDouble(s -> preference(c.passage(), s.span(), RKIND, RQUOTED))
                .max()
                .orElse(0);
    }
}
