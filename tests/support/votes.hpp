#pragma once

#include "engine/opinion/conversation.hpp"
#include "engine/opinion/random.hpp"

#include <string_view>
#include <vector>

namespace medskapa::test {

/// A small conversation by rows of signs: + agree, - disagree, 0 pass, blank not voted. Participants and
/// statements are numbered from 0.
inline opinion::Conversation voted(const std::vector<std::string_view>& rows) {
    opinion::Conversation conversation;
    const auto statements = rows.empty() ? 0 : rows.front().size();
    for (std::size_t j = 0; j < statements; ++j) (void)conversation.add_statement(static_cast<int>(j));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows[i].size(); ++j) {
            if (rows[i][j] == ' ') continue;
            const auto vote = rows[i][j] == '+'   ? opinion::Vote::agree
                              : rows[i][j] == '-' ? opinion::Vote::disagree
                                                  : opinion::Vote::pass;
            (void)conversation.vote(static_cast<int>(i), static_cast<int>(j), vote);
        }
    }
    return conversation;
}

/// Numbers 0..count-1 in an order drawn from the seed.
inline std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed) {
    std::vector<std::size_t> order(count);
    opinion::Random random{seed};
    for (std::size_t i = 0; i < count; ++i) {
        const auto j = random.below(static_cast<std::uint32_t>(i + 1));
        order[i] = order[j];
        order[j] = i;
    }
    return order;
}

}  // namespace medskapa::test
