#pragma once

#include "app/inspel/erasure.hpp"
#include "app/inspel/inspel.hpp"
#include "app/inspel/inspel_import.hpp"
#include "app/mail/mail.hpp"
#include "app/staff/staff.hpp"
#include "store/mail/mail_store.hpp"
#include "store/staff/staff_store.hpp"
#include "support/example.hpp"

namespace example::inline outbox_shared {

inline std::vector<Mail> outbox(TestDatabase& database) {
    return store::all_mail(*database.db, {}, 1000);
}

}  // namespace example::inline outbox_shared
