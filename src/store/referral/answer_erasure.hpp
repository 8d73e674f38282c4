#pragma once

#include "store/referral/referral_store.hpp"

namespace medskapa::store {

/// Erases what the sender of an inspel gave us with it as an answer: its parts, who wrote and
/// approved it, and the salts of its entries in the log from before it was received. So too of what was begun
/// with its words and has not been sent, with the files of that.
void erase_answer_of(sql::Transaction&, Id<Inspel>);

/// Takes away an answer that has not been sent, with its files and the salts of its entries in the log.
void remove_unsent(sql::Transaction&, const ReferralAnswer&);

/// Unsent answers whose party's last day, or everybody's, was before that day: the oldest first.
std::vector<ReferralAnswer> unsent_with_last_day_before(sql::Connection&, Id<Process>, Day, int at_most);

}  // namespace medskapa::store
