package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.language.TranslatedQuestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer to a question, or an honest statement that there is none.
public sealed interface Answer {

    /// A passage that answers.
    ///
    /// @param passage to be shown whole
    /// @param emphasis the sentence or two that answer, inside the passage
    /// @param speaker who said the emphasised words; missing when they are the article's own, or
    ///   when the article leaves a doubt
    /// @param confidence calibrated probability that the passage answers, 0 to 1
    /// @param translation what was looked for; missing when the question is in the passage's
    ///   language
    record Found(
            Passage passage,
            TextSpan emphasis,
            @Nullable Speaker speaker,
            double confidence,
            @Nullable TranslatedQuestion translation)
            implements Answer {

        public Found {
            requireInside(passage, emphasis);
        }

        /// Of a question in the passage's language.
        public Found(
                Passage passage, TextSpan emphasis, @Nullable Speaker speaker, double confidence) {
            this(passage, emphasis, speaker, confidence, null);
        }
    }

    /// A passage that comes close. It may not say what was asked, and must not be shown without
    /// saying so.
    ///
    /// @param passage to be shown whole
    /// @param emphasis the sentence or two that come closest
    /// @param speaker as in [Found]
    /// @param confidence that it answers nevertheless, 0 to 1
    /// @param translation as in [Found]
    record Closest(
            Passage passage,
            TextSpan emphasis,
            @Nullable Speaker speaker,
            double confidence,
            @Nullable TranslatedQuestion translation)
            implements Answer {

        public Closest {
            requireInside(passage, emphasis);
        }

        /// Of a question in the passage's language.
        public Closest(
                Passage passage, TextSpan emphasis, @Nullable Speaker speaker, double confidence) {
            this(passage, emphasis, speaker, confidence, null);
        }
    }

    /// A passage whose speaker was asked for, and the article names none.
    ///
    /// @param passage what was shown, to be shown again
    /// @param emphasis the words in question
    record Unattributed(Passage passage, TextSpan emphasis) implements Answer {

        public Unattributed {
            requireInside(passage, emphasis);
        }
    }

    /// No answer in the articles.
    ///
    /// @param nearest what came closest, best first; never to be shown as answers
    /// @param confidence that the first of them answers nevertheless, 0 to 1
    /// @param searchedArticles how many articles were searched
    /// @param searchedPassages how many passages were searched
    /// @param translations what was looked for in articles that aren't in the question's language
    record NotFound(
            List<Passage> nearest,
            double confidence,
            int searchedArticles,
            int searchedPassages,
            List<TranslatedQuestion> translations)
            implements Answer {

        public NotFound {
            nearest = List.copyOf(nearest);
            translations = List.copyOf(translations);
        }

        /// Of a question in the articles' language.
        public NotFound(
                List<Passage> nearest,
                double confidence,
                int searchedArticles,
                int searchedPassages) {
            this(nearest, confidence, searchedArticles, searchedPassages, List.of());
        }
    }

    /// A message that asks nothing about the articles.
    record NoQuestion(Intent intent) implements Answer {}

    private static void requireInside(Passage passage, TextSpan emphasis) {
        if (!passage.span().contains(emphasis)) {
            throw new IllegalArgumentException(emphasis + " is not in " + passage);
        }
    }

    /// An intent of a message that asks nothing about the articles.
    enum Intent {
        GREETING,
        THANKS,
        FAREWELL,
        /// "Ok", "yes", "no", "lol".
        ACKNOWLEDGMENT,
        /// "Who are you?", "What can you do?"
        ABOUT_THE_BOT,
        /// Emoji, stickers, punctuation, nothing at all.
        NO_WORDS,
        /// Too long, or no language: key mashing, base64, a pasted log.
        NOISE,
        /// A command that the bot doesn't have, such as `/artciles`.
        UNKNOWN_COMMAND
    }
}
