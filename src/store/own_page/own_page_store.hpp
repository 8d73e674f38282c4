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
/// Of the address, in every browser.
std::vector<std::int64_t> own_session_ids(sql::Connection&, const std::string& address);
void touch_own_session(sql::Transaction&, const std::string& id_digest);
void end_own_session(sql::Transaction&, const std::string& id_digest);
/// Of every browser that the address has been shown to be somebody's in.
void end_own_sessions_of(sql::Transaction&, const std::string& address);

/// Whether there are links, sessions or mails with links that are of no use any more.
bool has_old_own_links(sql::Connection&, Instant now);
/// Takes them away.
void remove_old_own_links(sql::Transaction&);

/// What the address has sent, in every process, the newest first: what it stands on as the way to reach the
/// sender, or what its receipt was mailed to. Answers to referrals are an organisation's and not among them,
/// and neither is what has been erased.
std::vector<Inspel> inspel_of_address(sql::Connection&, const std::string& address);
/// The first of those, and how many there are in all.
std::vector<Inspel> newest_inspel_of_address(sql::Connection&, const std::string& address, int limit);
std::int64_t count_inspel_of_address(sql::Connection&, const std::string& address);
/// Of those one, when it is the address's.
std::optional<Inspel> inspel_of_address(
    sql::Connection&, const std::string& address, Id<Process>, int number);
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
