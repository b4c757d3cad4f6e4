//! Lists and quotations that stand in each other.

use crate::block::{Block, BlockKind, CellPlace};

/// The lists and quotations that are open. What is closed need not have been opened.
#[derive(Debug, Default)]
pub(crate) struct Containers {
    /// The number of the next item of each list; none if the list has bullets.
    lists: Vec<Option<u64>>,
    quotes: usize,
    /// Items and quotations from the outermost in.
    open: Vec<Container>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    Item { depth: usize },
    Quote,
}

impl Containers {
    pub(crate) fn open_list(&mut self, first: Option<u64>) {
        self.lists.push(first);
    }

    pub(crate) fn close_list(&mut self) {
        self.close_item();
        self.lists.pop();
    }

    /// Opens an item, after closing one before it in its list, and returns its number if it has
    /// one.
    pub(crate) fn open_item(&mut self) -> Option<u64> {
        self.close_item();
        self.open.push(Container::Item { depth: self.lists.len().max(1) });
        let number = self.lists.last_mut()?.as_mut()?;
        *number = number.saturating_add(1);
        Some(*number - 1)
    }

    /// Closes the open item of the innermost list, if there is one.
    pub(crate) fn close_item(&mut self) {
        let innermost = self.lists.len().max(1);
        while let Some(Container::Item { depth }) = self.open.last()
            && *depth >= innermost
        {
            self.open.pop();
        }
    }

    pub(crate) fn open_quote(&mut self) {
        self.quotes += 1;
        self.open.push(Container::Quote);
    }

    pub(crate) fn close_quote(&mut self) {
        if self.quotes > 0 {
            self.quotes -= 1;
            while self.open.pop().is_some_and(|container| container != Container::Quote) {}
        }
    }

    /// What a paragraph is that stands here.
    pub(crate) fn kind(&self) -> BlockKind {
        match self.open.last() {
            Some(Container::Item { depth }) => BlockKind::ListItem { depth: *depth },
            Some(Container::Quote) => BlockKind::Quote { depth: self.quotes },
            None => BlockKind::Paragraph,
        }
    }
}

/// Says of the last cell that its row ends with it.
pub(crate) fn end_row(found: &mut [Block]) {
    if let Some(Block { kind: BlockKind::Cell { place }, .. }) = found.last_mut() {
        *place = CellPlace::LastOfRow;
    }
}
