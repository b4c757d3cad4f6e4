//! All n-grams of the aligned lexicon, counted, in a tree.

/// The number of a node in the tree.
pub(super) type NodeId = u32;

/// An n-gram that occurs: a path from the root.
pub(super) struct Node {
    /// Its last token.
    pub(super) token: u16,
    /// How often it occurs.
    pub(super) count: u32,
    /// What the smoothing counts: occurrences or different tokens before it.
    pub(super) types: u32,
    /// The n-gram without its first token.
    pub(super) suffix: NodeId,
    /// The n-grams that are longer by one token, by that token.
    pub(super) children: Vec<(u16, NodeId)>,
    /// Its logarithmic probability, once it is known.
    pub(super) probability: f64,
    /// The logarithmic weight of shorter n-grams after it.
    pub(super) backoff: f64,
}

impl Node {
    fn new(token: u16) -> Self {
        Self {
            token,
            count: 0,
            types: 0,
            suffix: 0,
            children: Vec::new(),
            probability: 0.0,
            backoff: 0.0,
        }
    }
}

/// A tree of n-grams. Node 0 is the root, and a node comes after its parent.
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

impl Tree {
    /// Counts the n-grams of up to `order` tokens. `start` occurs only as the first token.
    pub(super) fn count(sequences: &[Vec<u16>], order: usize, start: u16) -> Self {
        let mut tree = Self { nodes: vec![Node::new(0)] };
        // Level by level, so that a node's suffix is there before it.
        for length in 1..=order {
            for sequence in sequences {
                for window in sequence.windows(length) {
                    tree.add(window);
                }
            }
        }
        tree.count_types(order, start);
        tree
    }

    /// The child of a node by its token.
    pub(super) fn child(&self, node: NodeId, token: u16) -> Option<NodeId> {
        let children = &self.nodes[node as usize].children;
        let at = children.binary_search_by_key(&token, |(token, _)| *token).ok()?;
        Some(children[at].1)
    }

    /// Counts one occurrence of an n-gram whose shorter parts are in the tree.
    fn add(&mut self, tokens: &[u16]) {
        let Some((&last, context)) = tokens.split_last() else {
            return;
        };
        let parent = self.find(context);
        let node = match self.child(parent, last) {
            Some(node) => node,
            None => {
                let node = self.nodes.len() as NodeId;
                let mut new = Node::new(last);
                new.suffix = match context {
                    [] => 0,
                    [_, rest @ ..] => {
                        let suffix = self.find(rest);
                        self.child(suffix, last).unwrap_or(0)
                    }
                };
                self.nodes.push(new);
                let children = &mut self.nodes[parent as usize].children;
                let at = children.partition_point(|(token, _)| *token < last);
                children.insert(at, (last, node));
                node
            }
        };
        self.nodes[node as usize].count += 1;
    }

    fn find(&self, tokens: &[u16]) -> NodeId {
        tokens.iter().fold(0, |node, &token| self.child(node, token).unwrap_or(0))
    }

    /// The counts of Kneser and Ney: the longest n-grams, and those at the start of a word, by
    /// occurrence; all others by the number of different tokens that come before them.
    fn count_types(&mut self, order: usize, start: u16) {
        let mut depth = vec![0; self.nodes.len()];
        let mut at_start = vec![false; self.nodes.len()];
        for id in 0..self.nodes.len() {
            for (token, child) in self.nodes[id].children.clone() {
                depth[child as usize] = depth[id] + 1;
                at_start[child as usize] = at_start[id] || (id == 0 && token == start);
            }
        }
        for id in 1..self.nodes.len() {
            if depth[id] == order || at_start[id] {
                self.nodes[id].types = self.nodes[id].count;
            }
            if depth[id] > 1 {
                let suffix = self.nodes[id].suffix as usize;
                if !at_start[suffix] {
                    self.nodes[suffix].types += 1;
                }
            }
        }
    }
}
