//! The four roles and what each may do. Pure: the one table of rule 11.

use crate::codes;

codes! {
    /// What a person may do on the desk.
    "role"
    pub enum Role {
        /// Reads.
        Viewer = "viewer",
        /// Checks claims and attaches evidence; may take a claim nobody has.
        Reviewer = "reviewer",
        /// Also assigns, signs off, keeps the registry, freezes reports.
        Editor = "editor",
        /// Also runs people, tokens and settings.
        Admin = "admin",
    }
}

codes! {
    /// One kind of thing that a role may or may not do.
    "permission"
    pub enum Permission {
        /// See articles, claims, evidence, sources, reports and history.
        Read = "read",
        /// Check claims, attach evidence, comment, take an unassigned claim.
        Check = "check",
        /// Put articles in and change their text and structure.
        Edit = "edit",
        /// Give claims to people.
        Assign = "assign",
        /// Sign off claims and articles.
        SignOff = "sign_off",
        /// Change the registry of sources.
        KeepRegistry = "keep_registry",
        /// Freeze reports.
        Freeze = "freeze",
        /// Run people, tokens and settings.
        Administer = "administer",
    }
}

impl Permission {
    /// The least role that has this permission.
    pub fn least_role(self) -> Role {
        match self {
            Self::Read => Role::Viewer,
            Self::Check => Role::Reviewer,
            Self::Edit | Self::Assign | Self::SignOff | Self::KeepRegistry | Self::Freeze => Role::Editor,
            Self::Administer => Role::Admin,
        }
    }
}

impl Role {
    /// Whether this role has `permission`; each role has all that the ones before it have.
    pub fn may(self, permission: Permission) -> bool {
        self >= permission.least_role()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_may_do_what_the_rules_say() {
        assert!(Role::Viewer.may(Permission::Read) && !Role::Viewer.may(Permission::Check));
        assert!(Role::Reviewer.may(Permission::Check) && !Role::Reviewer.may(Permission::Assign));
        assert!(Role::Editor.may(Permission::SignOff) && !Role::Editor.may(Permission::Administer));
        assert!(Role::Admin.may(Permission::Administer) && Role::Admin.may(Permission::Edit));
    }
}
