/// Sums up articles, and what is new in them.
///
/// Start at [SummaryHandler]. Each sentence is the article's own and links to its place.
@NullMarked
package dev.verbatim.telegram.summaries;

import org.jspecify.annotations.NullMarked;
