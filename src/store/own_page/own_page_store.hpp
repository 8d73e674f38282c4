#pragma once

#include "domain/inspel/inspel.hpp"
#include "domain/mail/subscription.hpp"
#include "domain/own_page/own_page.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// Links and sessions are found by a digest of what their holder has.
void add(sql::Transaction&, const OwnLink&, const std::string& token_digest);
std::optional<OwnLink> find_own_link(sql::Connection&, const std::string& token_digest, Instant now);
/// Uses the link up. Nothing when it is not there, or its time is out.
std::optional<OwnLink> take_own_link(sql::Transaction&, const std::string& token_digest);

void add(sql::Transaction&, const OwnSession&, const std::string& id_digest);
std::optional<OwnSession> find_own_session(sql::Connection&, const std::string& id_digest);
/// Of the owner, in every browser.
std::vector<std::int64_t> own_session_ids(sql::Connection&, const Owner&);
void touch_own_session(sql::Transaction&, const std::string& id_digest);
void end_own_session(sql::Transaction&, const std::string& id_digest);
/// Of every browser in which the owner has shown who they are.
void end_own_sessions_of(sql::Transaction&, const Owner&);

/// Whether there are links, sessions or mails with links that are of no use any more.
bool has_old_own_links(sql::Connection&, Instant now);
/// Takes them away.
void remove_old_own_links(sql::Transaction&);

/// What the owner has sent, in every process, the newest first: what their address stands on as the way to
/// reach the sender, or its receipt was mailed to; or what is tied to their eID. Answers to referrals are an
/// organisation's and not among them, and neither is what has been erased.
std::vector<Inspel> inspel_of_owner(sql::Connection&, const Owner&);
/// The first of those, and how many there are in all.
std::vector<Inspel> newest_inspel_of_owner(sql::Connection&, const Owner&, int limit);
std::int64_t count_inspel_of_owner(sql::Connection&, const Owner&);
/// Of those one, when it is the owner's.
std::optional<Inspel> inspel_of_owner(sql::Connection&, const Owner&, Id<Process>, int number);
/// Ties it to who has shown by eID that it is theirs.
void set_identity(sql::Transaction&, const Inspel&, const std::string& identity);
/// Empty where it is tied to no eID.
std::string identity_of(sql::Connection&, Id<Inspel>);
/// Nothing is tied to the eID any more.
void forget_identity(sql::Transaction&, const std::string& identity);

/// That an eID is counted in a conversation: false when it is already.
bool add_voice(sql::Transaction&, Id<Activity>, const std::string& voice);
bool has_voice(sql::Connection&, Id<Activity>, const std::string& voice);
bool is_answer_to_referral(sql::Connection&, Id<Inspel>);
/// What the receipt's code is made of; empty where that is not kept.
std::string receipt_key_of(sql::Connection&, Id<Inspel>);
bool has_code(sql::Connection&, Id<Inspel>, const std::string& code_digest);
/// Who follows a process with the address, and has confirmed it.
std::vector<Subscriber> subscribers_with_address(sql::Connection&, const std::string& address);

/// The same form again adds nothing: false.
bool add(sql::Transaction&, const OwnRequest&, const std::string& form_key);
void change(sql::Transaction&, const OwnRequest&);
std::optional<OwnRequest> find_own_request(sql::Connection&, Id<OwnRequest>);
std::optional<OwnRequest> own_request_of_form(sql::Connection&, const std::string& form_key);
/// About the inspel, the newest first.
std::vector<OwnRequest> own_requests_about(sql::Connection&, Id<Inspel>);
/// Those without an answer first, the oldest first; then the newest.
std::vector<OwnRequest> own_requests(sql::Connection&, Id<Process>, int limit);
std::int64_t waiting_own_requests(sql::Connection&, Id<Process>);
/// What is asked about the inspel and links that would tie it, with the salts of their entries in the log.
void erase_own_requests_about(sql::Transaction&, Id<Inspel>);

}  // namespace medskapa::store
