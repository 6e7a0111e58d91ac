package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What comes back for a question.
public sealed interface Answer {

    /// A passage answers.
    ///
    /// @param passage to be shown whole
    /// @param emphasis the sentence, or two, that answer: a place in the article's text inside the
    ///   passage
    /// @param speaker who said the emphasised words; missing when they are the article's own, or
    ///   when the article leaves a doubt
    /// @param confidence calibrated probability that the passage answers, 0 to 1
    record Found(Passage passage, TextSpan emphasis, @Nullable Speaker speaker, double confidence)
            implements Answer {

        public Found {
            if (!passage.span().contains(emphasis)) {
                throw new IllegalArgumentException(emphasis + " is not in " + passage);
            }
        }
    }

    /// A passage comes close. It may not say what was asked, and is never shown without that.
    ///
    /// @param passage to be shown whole
    /// @param emphasis the sentence, or two, that come closest
    /// @param speaker as in [Found]
    /// @param confidence that it answers nevertheless, 0 to 1
    record Closest(Passage passage, TextSpan emphasis, @Nullable Speaker speaker, double confidence)
            implements Answer {

        public Closest {
            if (!passage.span().contains(emphasis)) {
                throw new IllegalArgumentException(emphasis + " is not in " + passage);
            }
        }
    }

    /// Somebody asked who said what was just shown, and the article names nobody.
    ///
    /// @param passage what was shown, to be shown again
    /// @param emphasis the words in question
    record Unattributed(Passage passage, TextSpan emphasis) implements Answer {

        public Unattributed {
            if (!passage.span().contains(emphasis)) {
                throw new IllegalArgumentException(emphasis + " is not in " + passage);
            }
        }
    }

    /// The articles do not answer.
    ///
    /// @param nearest what came closest, best first; not answers, and never to be shown as such
    /// @param confidence that the first of them answers nevertheless, 0 to 1
    /// @param searchedArticles how many articles were searched
    /// @param searchedPassages how many passages were searched
    record NotFound(
            List<Passage> nearest, double confidence, int searchedArticles, int searchedPassages)
            implements Answer {

        public NotFound {
            nearest = List.copyOf(nearest);
        }
    }

    /// Nothing about the articles was asked.
    record NoQuestion(NonQuestionIntent intent) implements Answer {}
}
