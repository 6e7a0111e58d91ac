/// Checks what people say the articles say.
///
/// Start at [CheckHandler], which looks up the quotations of a message. [CheckRenderer] turns what
/// it found into text and entities. Nothing of a message that is checked is stored.
@NullMarked
package dev.verbatim.telegram.checking;

import org.jspecify.annotations.NullMarked;
