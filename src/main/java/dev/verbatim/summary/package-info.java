/// Summarizes articles in their own sentences: extractive summarization.
///
/// The door is [Summarizer]. It makes a [Summary] of one article, and a [Summary.NewsDigest] of
/// what is new in several. No sentence is ever written or changed here: a sentence is a span of an
/// article.
///
/// Verbatim sentences can still mislead. Of 1,600 extractive summaries by sixteen systems 30 % do
/// (Zhang et al., ACL 2023, "Extractive is not Faithful"), half of them by a "he" or a "this" whose
/// previous sentence is missing. So the [StandaloneFilter] first decides which sentences can be
/// shown, alone or with the previous one, by the cue phrases of the language. Only then
/// [SentenceCentrality] scores them and the [MmrSelector] selects.
@NullMarked
package dev.verbatim.summary;

import org.jspecify.annotations.NullMarked;
