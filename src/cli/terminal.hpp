#pragma once

#include "base/system/security_log.hpp"
#include "base/time.hpp"
#include "domain/staff/authorisation.hpp"
#include "jobs/log_job.hpp"
#include "store/files/installation.hpp"
#include "web/words/words.hpp"

#include <functional>
#include <stdexcept>

/// How a command speaks with whoever typed it.
namespace medskapa::cli {

using jobs::log_of;
using jobs::open_log;
using store::Installation;
using time::now;

/// What LC_ALL, LC_MESSAGES or LANG asks for, in that order; else English.
Language language_of_environment();

/// The words of the language that the environment asks for.
const web::Words& words();

/// Ends the command with a sentence in that language: what is wrong and what to do.
template <class... Holes>
[[noreturn]] void give_up(const char* msgid, const Holes&... holes) {
    throw std::runtime_error{words()(msgid, holes...)};
}

/// Of a refusal that says nothing itself.
inline constexpr auto refusal_without_complaints =
    N_("It was refused: there is nothing with that name, or it cannot be done now.");
/// Says all complaints, one a line, and returns the exit code 1.
int refused(const Failure&);

/// Where lines of security go: to the file, or to stderr where none is named. Gives up with a sentence.
SecurityLog::Write security_log_at(const std::string& file);
/// One line there, of a command that is over soon; nothing where no file is named.
void note_security(const std::string& file, const SecurityRecord&);

/// What to do about it, in that language where it is known; else what the exception says.
std::string sentence_of(const std::exception&);

/// Runs the command and says what went wrong as one sentence on stderr.
int run_command(const std::function<int()>& command);

}  // namespace medskapa::cli
