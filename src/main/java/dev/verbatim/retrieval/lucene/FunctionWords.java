package dev.verbatim.retrieval.lucene;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;

/// The words that English asks with, and the rest of those that say nothing of a text's subject.
///
/// Lucene's list for English has 33 words and none of "who", "what", "where", "did" or "how": in a
/// small index these would be the rarest words of a question. Its lists for other languages have
/// them. "us", "may" and "might" aren't here, since they are also a country, a month and a force.
final class FunctionWords {

    static final CharArraySet ENGLISH =
            CharArraySet.unmodifiableSet(
                    new CharArraySet(
                            List.of(
                                    ("a about after all also am an and any are as at be because been before"
                                                    + " being but by can could did do does doing for from had has have"
                                                    + " having he her hers him his how i if in into is it its itself just"
                                                    + " many me much my no nor not of on one or other our ours said say"
                                                    + " says she should so some such tell than that the their theirs them"
                                                    + " then there these they this those to told too up was we were what"
                                                    + " when where which while who whom whose why will with would you your"
                                                    + " yours")
                                            .split(" ")),
                            true));

    private FunctionWords() {}
}
