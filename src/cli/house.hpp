#pragma once

#include "base/language.hpp"
#include "domain/authorisation.hpp"
#include "jobs/log_job.hpp"
#include "store/sql/writer.hpp"
#include "web/words.hpp"

#include <stdexcept>
#include <string>

namespace medskapa::cli {

/// Where an installation lies: a folder with its secret and, unless a server is named, its database.
struct Place {
    std::string data;
    std::string database_url;

    sql::Database database() const;
    /// 32 octets, made at the first start, readable by the owner only.
    std::string secret() const;
    /// The folder that the open log is published in, and served from under /logg/.
    std::string log_folder() const;
    /// Of the log's nth key: the first one's has no number.
    std::string log_key_file(std::size_t nth = 1) const;
    /// Those that are there.
    std::vector<std::string> log_key_files() const;
};

/// How the open log of the installation is kept and signed. The first call makes its key, which is named
/// after the host in `base_url`; the name never changes after that.
jobs::LogPlace log_of(const Place&, const std::string& base_url);

/// Begins the log unless it has begun.
void open_log(sql::Writer&, const jobs::LogPlace&);

Instant now();

/// What LC_ALL, LC_MESSAGES or LANG asks for, in that order; else English.
Language language_of_environment();

/// Opens the database for writing and lays it out. Throws sql::Error with a sentence for the operator.
std::unique_ptr<sql::Connection> laid_out(const Place&);

/// The one at the command line may do everything.
Permit operators_permit(Action, Id<Process>);

/// The words of the language that the environment asks for.
const web::Words& words();

/// Ends the command with a sentence in that language: what is wrong and what to do.
template <class... Holes>
[[noreturn]] void give_up(const char* msgid, const Holes&... holes) {
    throw std::runtime_error{words()(msgid, holes...)};
}

/// Says all complaints, one a line, and returns the exit code 1.
int refused(const Failure&);

}  // namespace medskapa::cli
