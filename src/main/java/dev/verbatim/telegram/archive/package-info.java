/// What is kept of a group that has agreed: it is collected ([GroupMessageCollector]), and who said
/// it may have it deleted, and admins take it out as a file or add what was said before
/// ([ArchiveCommands]).
///
/// The archive itself is a matter of `group`; here is only what is said about it.
@NullMarked
package dev.verbatim.telegram.archive;

import org.jspecify.annotations.NullMarked;
