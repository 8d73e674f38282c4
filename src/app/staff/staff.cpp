#include "app/staff/staff.hpp"

#include "app/act/record.hpp"
#include "app/mail/post.hpp"
#include "base/digest.hpp"
#include "base/signer.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/mail/mail_store.hpp"
#include "store/staff/identity_store.hpp"
#include "store/staff/passkey_store.hpp"
#include "store/staff/passphrase_store.hpp"
#include "store/staff/staff_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

constexpr std::size_t token_bytes = 20;

using Members = std::vector<store::Member>;

const store::Member* found_in(const Members& members, Id<User> id) {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const store::Member& m) { return m.user.id == id; });
    return found == members.end() ? nullptr : &*found;
}

bool is_last_leader(const Members& members, Id<User> id) {
    const auto* found = found_in(members, id);
    const auto leaders = std::count_if(members.begin(), members.end(),
        [](const store::Member& m) { return m.role == Role::process_leader; });
    return found != nullptr && found->role == Role::process_leader && leaders == 1;
}

tl::unexpected<Failure> process_needs_leader() {
    return refuse(
        Failure::Kind::invalid, {{Field::name, N_("The process needs a leader. Invite another first")}});
}

bool leads_all_of(const Actor& actor, const std::map<Id<Process>, Role>& roles) {
    return std::all_of(roles.begin(), roles.end(), [&](const auto& role) {
        const auto own = actor.roles.find(role.first);
        return own != actor.roles.end() && own->second == Role::process_leader;
    });
}

std::string new_link(const Act& act, const store::SignInLink& link) {
    auto token = base32(random_bytes(token_bytes));
    store::add_sign_in_link(tx(act), digest_of_token(token), link);
    return token;
}

}  // namespace

std::vector<Complaint> complaints_about(const User& user) {
    std::vector<Complaint> complaints;
    if (user.email.find('@') == std::string::npos)
        complaints.push_back(
            {Field::email, N_("Write an e-mail address with @, for example name@example.org")});
    if (text::one_line(user.name).empty()) complaints.push_back({Field::name, N_("Write a name")});
    return complaints;
}

Result<InvitedMember> invite(Permitted<Action::manage_users> act, User user, Role role) {
    user.email = text::lower(text::one_line(user.email));
    user.name = text::one_line(user.name);
    if (const auto complaints = complaints_about(user); !complaints.empty())
        return refuse(Failure::Kind::invalid, complaints);

    const auto& process = act.process();
    const auto known = store::user_with_address(act.db(), user.email);
    if (known && role != Role::process_leader &&
        is_last_leader(store::members_of(act.db(), process.id), known->id))
        return process_needs_leader();
    InvitedMember invitation{known.value_or(user), std::nullopt};
    if (!known) {
        const auto id = invitation.user.id = store::add(tx(act), user);
        const auto life = act.actor().is_operator ? operators_link_life : sign_in_link_life;
        invitation.token = new_link(act, {id, process.id, act.now() + life});
    }
    store::set_role(tx(act), invitation.user.id, process.id, role);
    record(act, EntryType::role_granted, object_named(ObjectKind::role, name_of(role)));
    return invitation;
}

Result<std::string> make_sign_in_link(Permitted<Action::manage_users> act, Id<User> id) {
    const auto& process = act.process();
    if (found_in(store::members_of(act.db(), process.id), id) == nullptr)
        return refuse(Failure::Kind::not_found);
    if (act.actor().is_operator) return new_link(act, {id, {}, act.now() + operators_link_life});
    return new_link(act, {id, process.id, act.now() + sign_in_link_life});
}

std::string mailed_token(const Mail& mail, const std::string& secret) {
    return signature("medskapa.mailed-link.v1", mail.code_key, secret);
}

Result<bool> request_sign_in_link(Permitted<Action::sign_in> act, const std::string& typed_address,
    const std::string& language, const std::string& secret) {
    tx(act).changes_no_page();
    const auto typed = text::lower(text::one_line(typed_address));
    const auto known = store::user_with_address(act.db(), typed);
    const auto key = hex(random_bytes(token_bytes));
    static const Process none;
    const auto mail = post(in_process(act, none),
        {.kind = Mail::Kind::sign_in_link, .language = language, .code_key = key}, typed);
    if (!mail) return true;
    // For somebody unknown a link to nobody: what is written takes the same time.
    const auto digest = digest_of_token(mailed_token(*mail, secret));
    if (known)
        store::add_further_link(tx(act), digest, {known->id, {}, act.now() + mailed_link_life});
    else
        store::remove(tx(act), mail->id);
    return true;
}

Result<std::string> reset_sign_in(Permitted<Action::manage_users> act, Id<User> id) {
    const auto members = store::members_of(act.db(), act.process().id);
    const auto* found = found_in(members, id);
    if (found == nullptr) return refuse(Failure::Kind::not_found);
    const auto& actor = act.actor();
    if (id == actor.user)
        return refuse(
            Failure::Kind::invalid, {{Field::name, N_("You change your own on the page of your account")}});
    if (!actor.is_operator && !leads_all_of(actor, store::roles_of(act.db(), id)))
        return refuse(Failure::Kind::invalid,
            {{Field::name,
                N_("They work with another process too. Ask whoever runs the server to let them in")}});
    store::remove_passphrase(tx(act), id);
    store::replace_recovery_codes(tx(act), id, {});
    store::remove_passkeys(tx(act), id);
    store::remove_identities(tx(act), id);
    store::end_sessions_of(tx(act), id);
    record(act, EntryType::sign_in_reset, object_named(ObjectKind::role, name_of(found->role)));
    return make_sign_in_link(act, id);
}

Result<User> remove_member(Permitted<Action::manage_users> act, Id<User> id) {
    const auto& process = act.process();
    const auto members = store::members_of(act.db(), process.id);
    const auto* found = found_in(members, id);
    if (found == nullptr) return refuse(Failure::Kind::not_found);
    if (is_last_leader(members, id)) return process_needs_leader();
    store::remove_role(tx(act), id, process.id);
    record(act, EntryType::role_revoked, object_named(ObjectKind::role, name_of(found->role)));
    return found->user;
}

Result<bool> rename_self(Permitted<Action::sign_out> act, const std::string& id, const std::string& typed) {
    const auto own = store::find_session(act.db(), digest_of_token(id));
    if (!own) return refuse(Failure::Kind::not_found);
    for (const auto& [process, role] : store::roles_of(act.db(), own->user))
        if (own->process && process != own->process) return refuse(Failure::Kind::not_allowed);
    const auto name = text::one_line(typed);
    if (name.empty()) return refuse(Failure::Kind::invalid, {{Field::name, N_("Write a name")}});
    store::rename(tx(act), own->user, name);
    return true;
}

}  // namespace medskapa::app
