#pragma once

#include "domain/mail/mail.hpp"
#include "store/sql/connection.hpp"

#include <map>
#include <optional>
#include <vector>

namespace medskapa::store {

Id<Mail> add(sql::Transaction&, const Mail&);
/// Saves what may change: state, tries, reply and times.
void change(sql::Transaction&, const Mail&);
void remove(sql::Transaction&, Id<Mail>);
/// All that was sent, or was to be, to the sender of the inspel.
void remove_mail_about(sql::Transaction&, Id<Inspel>);

std::optional<Mail> find_mail(sql::Connection&, Id<Mail>);
/// The one that has waited longest of those whose time has come.
std::optional<Mail> next_to_send(sql::Connection&, Instant now);
/// Marked as being sent: those that a program which has ended was sending.
std::vector<Mail> being_sent(sql::Connection&);

/// How many of the kind were made for the address since the moment.
std::int64_t mail_made_since(sql::Connection&, Mail::Kind, const std::string& recipient, Instant);
/// Whether a mail of the kind about the inspel waits for its first attempt.
bool waits(sql::Connection&, Mail::Kind, Id<Inspel>);

/// In all, or of the process; every state stands in it.
using MailCounts = std::map<Mail::State, std::int64_t>;
MailCounts mail_counts(sql::Connection&, Id<Process>);

/// Of the process, in that state or, where none is given, in any; the newest first, older than `before` where
/// it is given.
std::vector<Mail> list_mail(
    sql::Connection&, Id<Process>, std::optional<Mail::State>, Id<Mail> before, int limit);
/// All that was sent to the address, or is to be.
std::vector<Mail> mail_to(sql::Connection&, const std::string& address);
/// In every process and in none, the oldest first, after the one named.
std::vector<Mail> all_mail(sql::Connection&, Id<Mail> after, int limit);

}  // namespace medskapa::store
