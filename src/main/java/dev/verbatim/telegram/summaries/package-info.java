/// Articles in short, and what is new in them.
///
/// Start at [SummaryHandler]. Each sentence is the article's own, and a link to its place.
@NullMarked
package dev.verbatim.telegram.summaries;

import org.jspecify.annotations.NullMarked;
