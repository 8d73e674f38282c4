#include "app/mail/mail.hpp"

#include "app/act/seen.hpp"
#include "app/act/transaction.hpp"
#include "store/mail/columns.hpp"
#include "store/mail/mail_store.hpp"

namespace medskapa::app {

Result<Mail> begin_sending(Permitted<Action::administer> act) {
    tx(act).changes_no_page();
    while (auto mail = store::next_to_send(act.db(), act.now())) {
        if (is_too_old(*mail, act.now())) {
            store::change(tx(act), given_up(*std::move(mail), act.now()));
            continue;
        }
        mail->state = Mail::State::sending;
        ++mail->tries;
        store::change(tx(act), *mail);
        return *std::move(mail);
    }
    return Mail{};
}

Result<Mail> end_sending(Permitted<Action::administer> act, Id<Mail> id, const Delivery& delivery) {
    tx(act).changes_no_page();
    const auto mail = store::find_mail(act.db(), id);
    if (!mail || mail->state != Mail::State::sending) return refuse(Failure::Kind::not_found);
    auto ended = after_attempt(*mail, delivery, act.now());
    store::change(tx(act), ended);
    return ended;
}

Result<bool> drop_mail(Permitted<Action::administer> act, Id<Mail> id) {
    tx(act).changes_no_page();
    store::remove(tx(act), id);
    return true;
}

Result<int> lose_sight_of_mail(Permitted<Action::administer> act) {
    const auto lost = store::being_sent(act.db());
    for (const auto& mail : lost) store::change(tx(act), lost_sight_of(mail, act.now()));
    return static_cast<int>(lost.size());
}

Result<Mail> send_mail_again(Permitted<Action::moderate_inspel> act, Id<Mail> id) {
    const auto mail = store::find_mail(act.db(), id);
    if (!mail || mail->process != act.process().id) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::mail>(act, *mail);
    auto again = sent_again(*mail, act.now());
    if (again) store::change(tx(act), *again);
    return again;
}

}  // namespace medskapa::app
