#pragma once

#include "domain/referral/coverage.hpp"
#include "domain/referral/referral.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

Id<Referral> add(sql::Transaction&, const Referral&);
Id<Party> add(sql::Transaction&, const Party&);
/// Saves what may change: contact, extension, reminder, abstention.
void change(sql::Transaction&, const Party&);
Id<ReferralAnswer> add(sql::Transaction&, const ReferralAnswer&);
/// Saves all but whose it is and by which form it came.
void change(sql::Transaction&, const ReferralAnswer&);

std::vector<Referral> referrals_of(sql::Connection&, Id<Process>);  // the newest first
std::optional<Referral> find_referral(sql::Connection&, Id<Referral>);
std::optional<Referral> referral_numbered(sql::Connection&, Id<Process>, int number);
std::optional<Referral> referral_of(sql::Connection&, Id<Version>);

std::vector<Party> parties_of(sql::Connection&, Id<Referral>);
std::optional<Party> find_party(sql::Connection&, Id<Party>);
std::optional<Party> party_numbered(sql::Connection&, Id<Referral>, int number);
std::optional<Party> party_named(sql::Connection&, Id<Process>, const std::string& public_id);

std::optional<ReferralAnswer> find_answer(sql::Connection&, Id<ReferralAnswer>);
std::optional<ReferralAnswer> answer_named(sql::Connection&, Id<Process>, const std::string& public_id);
std::optional<ReferralAnswer> answer_of_form(sql::Connection&, Id<Process>, const std::string& form_key);
std::optional<ReferralAnswer> answer_of(sql::Connection&, Id<Inspel>);

/// What a party is writing and has not sent: the newest, where there are several.
std::optional<ReferralAnswer> unsent_answer_of(sql::Connection&, Id<Party>);
/// A party's answer that counts: the newest that was sent and not taken back. One that was declined or erased
/// counts only where the party has no other.
std::optional<ReferralAnswer> standing_answer_of(sql::Connection&, Id<Party>);
/// The inspel that an answer was replaced by: the newest later one of its party that was not taken back,
/// declined or erased.
std::optional<Id<Inspel>> replacement_of(sql::Connection&, Id<ReferralAnswer>);

/// A position that a published answer takes on a part or in a question.
struct TakenPosition {
    Id<ReferralAnswer> answer;
    std::string code;  // empty: in a question
    int question = 0;
    Position position = Position::approves;
};
/// Those of the answers that count, in the order of their receipt.
std::vector<TakenPosition> positions_on_parts(sql::Connection&, Id<Referral>);

/// A sent answer with what a register shows of its inspel.
struct ReceivedAnswer {
    ReferralAnswer answer;  // without its parts
    int inspel_number = 0;
    Inspel::State state = Inspel::State::received;
    ActorKind actor_kind = ActorKind::other;
    std::string organisation;
    Instant received_at;
    std::optional<Party::Kind> party_kind;  // none: it was not asked
    bool is_used = false;                   // a change that a frozen version holds goes back to it

    /// Who says that it is from a municipality is not counted among those before staff have asked.
    std::optional<Party::Kind> confirmed_kind() const;
};
/// Those that count, in the order of receipt: see standing_answer_of(). Those of nobody who was asked all do.
std::vector<ReceivedAnswer> received_answers(sql::Connection&, Id<Referral>);
/// For the coverage. What nobody was asked for and was declined or erased is not in it.
std::vector<CountedAnswer> counted(const std::vector<ReceivedAnswer>&);

}  // namespace medskapa::store
