/// Says an article in its own sentences: extractive summarization.
///
/// The door is [Summarizer], what comes out is a [Summary]; what is new in many articles is a
/// [NewsDigest]. No sentence is ever written here, and none changed: a sentence is a place in an
/// article.
///
/// Word for word is not enough. Of 1,600 extractive summaries by sixteen systems 30 % mislead
/// (Zhang et al., ACL 2023, "Extractive is not Faithful"), half of them by a "he" or a "this" whose
/// sentence before is missing. So it is decided first which sentences can be shown, alone or with
/// the one before ([StandaloneFilter], by the cues of the language), and only then which of those
/// say the most ([SentenceCentrality], [MmrSelector]).
///
/// Lucene's analysis is used for the words of a sentence, because it knows what a word is in every
/// script; no index is made.
@NullMarked
package dev.verbatim.summary;

import org.jspecify.annotations.NullMarked;
