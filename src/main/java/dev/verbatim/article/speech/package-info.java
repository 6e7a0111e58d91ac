/// Who said the words: quotations and their speakers.
///
/// The door is [QuotationFinder], which says in what steps it goes. Where the text leaves a doubt
/// there is no name: a wrong one is worse than none. Names and cues are read by rules, since no
/// library does that in seven languages, and a rule can be told why it was wrong.
@NullMarked
package dev.verbatim.article.speech;

import org.jspecify.annotations.NullMarked;
