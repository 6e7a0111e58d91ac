/// What is known of a chat: what is set there ([SettingsStore]), who may change it ([ChatAdmins]),
/// what of it reaches us ([PrivacyMode]) and what it is called ([GroupLookup]).
///
/// What can change on Telegram without our being told is asked for when it is needed.
@NullMarked
package dev.verbatim.telegram.chat;

import org.jspecify.annotations.NullMarked;
