package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.Ranking.SentenceEvidence;
import java.util.Comparator;
import java.util.List;

/// A classification of a question by what it expects, and the bonus for sentences that offer it.
///
/// The bonus is small in units of the cosine: enough to choose between neighbours, too little to
/// promote a sentence about something else.
///
/// @param answerType that its first words ask for
/// @param quantity that they ask for
/// @param asksForWords "who said …?", "what did X say …?": a quotation is expected
record QuestionType(
        Utterance question, AnswerType answerType, QuantityType quantity, boolean asksForWords) {

    /// For a sentence with an answer of the expected type, in units of the cosine. From 0.01 to
    /// 0.02 the right sentence is picked more often on XQuAD, SQuAD 2.0 and CLAPNQ, and never less
    /// often; from 0.03 on it gets worse.
    private static final double ANSWER_TYPE_BONUS = 0.02;

    /// For a quotation of the right person. A passage with another person's words is then no longer
    /// ahead, so that the question is rather left without an answer.
    private static final double QUOTATION_BONUS = 0.04;

    /// How many words after the question word a verb of saying may be.
    private static final int SAYING_DISTANCE = 5;

    private static final int MIN_STEM = 3;
    private static final int MAX_ENDING = 2;

    static QuestionType of(String text) {
        Utterance question = Utterance.of(text);
        Phrasebook book = Phrasebook.of(question);
        Utterance opened = book.withoutOpener(question);
        return new QuestionType(
                question,
                AnswerType.of(opened, book),
                QuantityType.of(opened, book),
                asksForWords(opened, book));
    }

    /// "When did she say …" asks for a time.
    private static boolean asksForWords(Utterance opened, Phrasebook book) {
        int questionWords = AnswerType.questionWords(opened, book);
        AnswerType type = AnswerType.of(opened, book);
        return questionWords > 0
                && (type == AnswerType.PERSON || type == AnswerType.ANY)
                && book.hasAny(
                        PhraseClass.SAYING,
                        opened.between(
                                questionWords,
                                Math.min(opened.size(), questionWords + SAYING_DISTANCE)));
    }

    /// Whether a sentence has more than half of the question's content words, but for their
    /// endings.
    boolean coveredBy(Utterance sentence) {
        Phrasebook book = Phrasebook.of(question);
        Utterance opened = book.withoutOpener(question);
        Utterance own = book.content(opened.from(AnswerType.questionWords(opened, book)));
        long covered = own.lower().stream().filter(word -> isIn(sentence, word)).count();
        return 2 * covered > own.size();
    }

    private static boolean isIn(Utterance sentence, String word) {
        return sentence.lower().stream().anyMatch(other -> isSameWord(word, other));
    }

    private static boolean isSameWord(String one, String other) {
        int stem = Math.max(MIN_STEM, Math.min(one.length(), other.length()) - MAX_ENDING);
        return one.equals(other) || one.regionMatches(0, other, 0, stem);
    }

    /// The bonus of a sentence, in units of the cosine.
    double bonus(Passage passage, TextSpan sentence) {
        return quotationBonus(passage, sentence)
                + (hasAnswerType(passage, sentence) ? ANSWER_TYPE_BONUS : 0);
    }

    private boolean hasAnswerType(Passage passage, TextSpan sentence) {
        Phrasebook book = Phrasebook.of(passage.article().publication().language());
        return !asksForWords
                && answerType != AnswerType.ANY
                && answerType.occursIn(sentence.of(passage.article().text()), question, book);
    }

    private double quotationBonus(Passage passage, TextSpan sentence) {
        return asksForWords && quotesRightSpeaker(passage, sentence) ? QUOTATION_BONUS : 0;
    }

    /// The right speakers are those whom the question names; all of the article's when it names
    /// none of them.
    private boolean quotesRightSpeaker(Passage passage, TextSpan sentence) {
        List<Speaker> named = new SpeakerLookup(passage.article()).namedIn(question).toList();
        return passage.article()
                .speakersIn(sentence)
                .anyMatch(speaker -> named.isEmpty() || named.contains(speaker));
    }

    /// Whether it names somebody and asks for words of theirs, and the passage quotes them.
    boolean asksWhatIsQuotedIn(Passage passage) {
        var lookup = new SpeakerLookup(passage.article());
        return asksForWords
                && lookup.namedIn(question).anyMatch(speaker -> lookup.isQuoted(speaker, passage));
    }

    /// The ranking with the quotation bonus added to the scores.
    Ranking reorder(Ranking ranking) {
        return asksForWords
                ? ranking.with(ranking.candidates().stream().sorted(bestFirst()).toList())
                : ranking;
    }

    private Comparator<Candidate> bestFirst() {
        return Comparator.comparingDouble(
                        (Candidate candidate) -> candidate.score() + quotationBonus(candidate))
                .reversed();
    }

    private double quotationBonus(Candidate candidate) {
        return candidate.signals().sentences().stream()
                .map(SentenceEvidence::span)
                .mapToDouble(sentence -> quotationBonus(candidate.passage(), sentence))
                .max()
                .orElse(0);
    }
}
