package dev.verbatim.article.speech;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import org.jspecify.annotations.Nullable;

/// Somebody's words in one sentence, before it is known who the mention stands for.
///
/// @param cue missing when the sentence is nothing but quoted words
record QuoteCandidate(TextSpan content, Quotation.Kind kind, @Nullable SpeechCue cue) {}
