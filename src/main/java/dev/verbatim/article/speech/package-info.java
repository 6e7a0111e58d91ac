/// Quotations and their speakers.
///
/// The door is [QuotationFinder], which lists the steps. When the text leaves a doubt, no speaker
/// is named: a wrong name is worse than none. Names and cues are found by rules, since no library
/// does that in seven languages, and a rule that was wrong can be found and mended.
///
/// Uses `article.sentence` for the lexicons and the places of quotation marks.
@NullMarked
package dev.verbatim.article.speech;

import org.jspecify.annotations.NullMarked;
