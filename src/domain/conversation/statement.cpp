#include "domain/conversation/statement.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

namespace medskapa {

std::optional<Stance> stance_of(std::string_view typed) {
    if (typed == "1") return Stance::agree;
    if (typed == "0") return Stance::pass;
    if (typed == "-1") return Stance::disagree;
    return std::nullopt;
}

namespace {

Result<Statement> composed(
    const std::string& typed, Statement::Origin origin, Instant now, std::size_t longest) {
    Statement statement;
    statement.text = text::one_line(text::cleaned(typed));
    if (statement.text.empty())
        return refuse(Failure::Kind::invalid, {{Field::statement, N_("Write a statement")}});
    if (text::length(statement.text) > longest)
        return refuse(
            Failure::Kind::invalid, {{Field::statement, N_("Write at most {} characters"), {longest}}});
    statement.origin = origin;
    statement.proposed_at = now;
    if (origin != Statement::Origin::seed) return statement;
    statement.state = Statement::State::accepted;
    statement.decided_at = now;
    return statement;
}

}  // namespace

Result<Statement> compose_statement(const std::string& typed, Statement::Origin origin, Instant now) {
    return composed(typed, origin, now, longest_statement);
}

Result<Statement> past_statement(const std::string& text, Statement::Origin origin, Instant proposed_at) {
    return composed(text, origin, proposed_at, longest_past_statement);
}

Result<Statement> ruled(Statement statement, const Ruling& ruling, Instant now) {
    Statement::State state{};
    if (!find_name<Statement::State>(ruling.verdict, state))
        return refuse(Failure::Kind::invalid, {{Field::decision, N_("Accept or reject the statement")}});
    if (state == statement.state) return refuse(Failure::Kind::conflict);
    RejectReason reason{};
    if (state == Statement::State::rejected && !find_name<RejectReason>(ruling.reason, reason))
        return refuse(Failure::Kind::invalid, {{Field::reason, N_("Choose a reason")}});

    statement.state = state;
    statement.decided_at.reset();
    statement.reason.reset();
    statement.note.clear();
    if (state == Statement::State::pending) return statement;
    statement.decided_at = now;
    if (state == Statement::State::accepted) return statement;
    statement.reason = reason;
    statement.note = text::one_line(text::cleaned(ruling.note));
    return statement;
}

}  // namespace medskapa
